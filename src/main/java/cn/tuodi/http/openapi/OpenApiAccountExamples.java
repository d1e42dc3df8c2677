package cn.tuodi.http.openapi;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.Content;

/**
 * Examples of the calls of year accounts: one year of one person, so that each follows from those before. A file is named
 * after its operation; that of an answer has the status, too.
 */
final class OpenApiAccountExamples {

  private static final Map<String, String> BODIES = Map.of(
      "openAccount", "原系统的累计 / what accumulated in another system",
      "previewSettlement", "低保、住院 / minimum living, inpatient",
      "settle", "低保、住院 / minimum living, inpatient",
      "replaceSettlement", "更正基本医保报销金额 / what basic insurance paid is corrected",
      "resettleYear", "补认定特困人员，先列出变化 / recognised late as extremely poor, looked at first",
      "reverseSettlement", "退费 / reversed");
  private static final Map<String, String> ANSWERS = Map.ofEntries(
      Map.entry("openAccount-201", "已录入 / taken over"),
      Map.entry("openAccount-409", "账户已有记账 / something was booked before"),
      Map.entry("previewSettlement-200", "将支付至年度限额 / it would pay up to the cap of the year"),
      Map.entry("settle-201", "支付至年度限额 / it pays up to the cap of the year"),
      Map.entry("settle-409", "编号已用于其他内容 / the id stands for other facts"),
      Map.entry("replaceSettlement-200", "收回一份、补付一份 / one bill is to pay back, another is paid more"),
      Map.entry("replaceSettlement-409", "已是其他版次 / it is at another version"),
      Map.entry("settlement-200", "原单据和更正后的单据 / the bill as it was, and corrected"),
      Map.entry("resettleYear-200", "将补付的金额，未记账 / what would be paid more; nothing is booked"),
      Map.entry("reverseSettlement-200", "收回一份、补付一份 / one bill is to pay back, another is paid more"),
      Map.entry("reverseSettlement-409", "已退费 / reversed already"),
      Map.entry("personYear-200", "一个省的账户 / the account in one province"),
      Map.entry("settlementChanges-200", "本例的各次记账 / the bookings of these examples"),
      Map.entry("settlementSums-200", "本例的合计 / what these examples add up to"),
      Map.entry("eraseYear-409", "年度尚未关账 / the year is not closed"));

  private OpenApiAccountExamples() {}

  static void addTo(OpenAPI openApi) {
    Map<String, Operation> operations = new HashMap<>();
    openApi.getPaths().getPathItems().values().forEach(path -> path.getOperations().values()
        .forEach(operation -> operations.put(operation.getOperationId(), operation)));
    BODIES.forEach((name, summary) -> show(name, summary, operations.get(name).getRequestBody().getContent()));
    ANSWERS.forEach((name, summary) -> {
      int dash = name.indexOf('-');
      Operation operation = operations.get(name.substring(0, dash));
      String status = name.substring(dash + 1);
      show(name, summary, answer(operation, status));
      if (status.equals("201")) {
        show(name, "同样的请求，同样的答复 / the same again is answered alike", answer(operation, "200"));
      }
    });
  }

  private static Content answer(Operation operation, String status) {
    return operation.getResponses().getAPIResponse(status).getContent();
  }

  private static void show(String name, String summary, Content content) {
    Map<String, Example> examples = Map.of("guangxi", OpenApiExamples.file(summary, "accounts/" + name));
    content.getMediaTypes().values().forEach(type -> type.setExamples(examples));
  }
}
