package cn.tuodi.benchmark;

import cn.tuodi.assistance.AssistanceDecider;
import cn.tuodi.assistance.Decision;
import cn.tuodi.claim.Claim;
import cn.tuodi.claim.json.ClaimReader;
import cn.tuodi.desk.Desk;
import cn.tuodi.desk.Publisher;
import cn.tuodi.desk.file.TableName;
import cn.tuodi.desk.inforce.PolicyStore;
import cn.tuodi.edition.source.EditionId;
import cn.tuodi.language.Language;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Publishes one edition again and again, each time with another rate, decides a claim by it, and prints what is left in
 * the heap and in metaspace after a collection. Both stay flat where superseded editions are released.
 */
public final class PublicationMeasurement {

  private static final TableName TABLE = new TableName(new EditionId("guangxi", 2022), "medical-assistance.xlsx");
  private static final int TERMS_ROW = 10;
  private static final int RATE_COLUMN = 11;
  private static final int STEPS = 40;
  private static final int MEBI = 1024 * 1024;

  private PublicationMeasurement() {}

  /**
   * Runs the measurement.
   *
   * @param arguments number of publications, 1000 by default
   */
  public static void main(String[] arguments) throws IOException {
    int publications = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
    Path directory = Files.createTempDirectory("tuodi-publications");
    PolicyStore store = PolicyStore.at(directory, Clock.systemUTC());
    Desk desk = new Desk(store, Clock.systemUTC());
    Publisher publisher = new Publisher(store, desk, Clock.systemUTC());
    AssistanceDecider decider = new AssistanceDecider(store.current());
    Claim claim = ClaimReader.read(Files.readAllBytes(Path.of("src/main/resources/examples/guangxi.json")), Language.ZH);
    byte[] workbook = desk.workbook(TABLE);
    System.out.println("publication, heap MiB, metaspace MiB, loaded classes, seconds");
    long begin = System.nanoTime();
    for (int i = 1; i <= publications; i++) {
      // From 0.5001 to 0.9400: never the figure that is in force.
      BigDecimal rate = BigDecimal.valueOf(5000 + i % 4400, 4);
      String id = desk.begin(TABLE, rate(workbook, rate), "measurement", null).id();
      publisher.publish(id, new Publisher.Order("measurement", "publication " + i, null));
      Decision decision = (Decision) decider.decide(claim);
      BigDecimal paid = new BigDecimal("14000").multiply(rate).setScale(2);
      if (decision.totals().medicalAssistance().inYuan().compareTo(paid) != 0) {
        throw new IllegalStateException("publication " + i + " does not pay " + paid);
      }
      if (i == 1 || i % Math.max(1, publications / STEPS) == 0) {
        print(i, begin);
      }
    }
  }

  private static byte[] rate(byte[] workbook, BigDecimal rate) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      book.getSheet("救助待遇").getRow(TERMS_ROW).getCell(RATE_COLUMN).setCellValue(rate.doubleValue());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    }
  }

  private static void print(int publication, long begin) {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    long metaspace = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getName().equals("Metaspace"))
        .mapToLong((MemoryPoolMXBean pool) -> pool.getUsage().getUsed()).sum();
    System.out.printf("%d, %.1f, %.1f, %d, %d%n", publication, (double) heap / MEBI, (double) metaspace / MEBI,
        ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(), (System.nanoTime() - begin) / 1_000_000_000);
  }
}
