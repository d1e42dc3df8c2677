package cn.tuodi.trial;

import cn.tuodi.answer.MissingFact;
import cn.tuodi.answer.Outcome;
import cn.tuodi.answer.Refusal;
import cn.tuodi.application.ApplicationAnswer;
import cn.tuodi.application.ApplicationDecider;
import cn.tuodi.application.ApplicationJson;
import cn.tuodi.application.ApplicationQuestion;
import cn.tuodi.claim.Question;
import cn.tuodi.edition.Catalogue;
import cn.tuodi.edition.Edition;
import cn.tuodi.edition.QuestionTrial;
import cn.tuodi.household.Household;
import cn.tuodi.household.RecognitionAnswer;
import cn.tuodi.household.RecognitionDecider;
import cn.tuodi.household.RecognitionJson;
import cn.tuodi.json.InvalidRequest;
import cn.tuodi.json.Json;
import cn.tuodi.json.Problem;
import cn.tuodi.language.Language;
import cn.tuodi.premium.PremiumAnswer;
import cn.tuodi.premium.PremiumDecider;
import cn.tuodi.premium.PremiumJson;
import cn.tuodi.premium.PremiumQuestion;
import java.util.Arrays;
import cn.tuodi.edition.RowQuestion;
import cn.tuodi.edition.source.Period;
import cn.tuodi.table.Sheet;
import java.util.List;
import java.util.Map;

/** Answers a question twice and tells each answer in both languages. */
public final class AnswerTrial implements QuestionTrial {

  @Override
  public List<RowQuestion> questions(String region, Period validity, Integer premiumsFrom,
      Map<String, Sheet> sheets) {
    return RowQuestions.of(region, validity, premiumsFrom, sheets);
  }

  @Override
  public void tryOut(Edition edition, Question question) {
    Catalogue catalogue = new Catalogue(List.of(edition));
    Outcome outcome = answer(catalogue, question);
    Outcome again = answer(catalogue, question);
    for (Language language : Language.values()) {
      if (!Arrays.equals(Json.bytes(told(outcome, language)), Json.bytes(told(again, language)))) {
        throw new IllegalStateException("a question is not answered the same way twice");
      }
    }
  }

  private static Outcome answer(Catalogue catalogue, Question question) {
    if (question instanceof PremiumQuestion premium) {
      return new PremiumDecider(catalogue).decide(premium);
    } else if (question instanceof ApplicationQuestion application) {
      return new ApplicationDecider(catalogue).decide(application);
    }
    return new RecognitionDecider(catalogue).decide((Household) question);
  }

  private static Object told(Outcome outcome, Language language) {
    if (outcome instanceof PremiumAnswer answer) {
      return PremiumJson.of(answer, language);
    } else if (outcome instanceof ApplicationAnswer answer) {
      return ApplicationJson.of(answer, language);
    } else if (outcome instanceof RecognitionAnswer answer) {
      return RecognitionJson.of(answer, language);
    } else if (outcome instanceof Refusal refusal) {
      return Problem.refused(refusal, null, language);
    }
    return Problem.invalid(InvalidRequest.missing(((MissingFact) outcome).pointer(), language).violations(), language);
  }
}
