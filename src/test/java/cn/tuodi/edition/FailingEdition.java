package cn.tuodi.edition;

import cn.tuodi.edition.source.EditionId;
import cn.tuodi.edition.source.EditionSources;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * guangxi/2022 with a rule that makes this program fail on claims whose ids say how: by exceptions, by errors, and when the
 * decision is told.
 */
public final class FailingEdition {

  /** The edition. */
  public static final Edition EDITION = edition();

  private FailingEdition() {}

  private static Edition edition() {
    EditionSources sound = EditionArchive.sources(new EditionId("guangxi", 2022));
    Map<String, String> rules = new TreeMap<>(sound.rules());
    rules.put("guangxi/2022/failing.drl", """
        package tuodi.guangxi.y2022.failing
        import cn.tuodi.assistance.InsuranceStep
        import cn.tuodi.answer.Notice
        import cn.tuodi.answer.NoticeCode
        rule "fails on some claims"
        when
          $step : InsuranceStep( )
        then
          String id = $step.claim().claimId();
          if ( id.startsWith( "EXCEPTION" ) ) { throw new IllegalStateException( id ); }
          if ( id.startsWith( "STACK" ) ) { throw new StackOverflowError(); }
          if ( id.startsWith( "LINKAGE" ) ) { throw new NoClassDefFoundError(); }
          if ( id.startsWith( "TELLING" ) ) { $step.ledger().notice( Notice.info( NoticeCode.CARE_NOT_COVERED ) ); }
        end
        """);
    return CompiledEdition.of(new EditionSources(sound.name(), rules, sound.workbooks()), Set.of(),
        EditionArchive.kjar(new EditionId("guangxi", 2022))).load();
  }
}
