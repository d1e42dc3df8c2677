package cn.tuodi.http;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.time.Duration;

/** How much is taken on at once, how large it may be, and how long senders are waited for. */
@ConfigMapping(prefix = "tuodi.http")
interface HttpSettings {

  /** Requests under way, of claims and the like; as many again for pages and the desk. */
  int concurrentRequests();

  /** Requests under way that may be larger than a claim: replays and applications. */
  int concurrentLargeRequests();

  /** Batches under way. */
  int concurrentBatches();

  /** Workbooks and forms on their way from people who are logged in; as many again from others. */
  int concurrentUploads();

  /** Connections from one address, or one network of IPv6. */
  int connectionsPerAddress();

  /** Time after which a request that still waits for its turn is refused. */
  Duration longestWait();

  /** Time after which a request that waits for a thread, while others of its kind have all that it may have, is refused. */
  Duration longestTurn();

  /** Time within which a single request must have arrived. */
  Duration longestReceipt();

  /** Time within which a workbook or form must have arrived. */
  Duration longestUpload();

  /** Time within which the claims of a simulation must have arrived. */
  Duration longestPortfolio();

  /** Time within which a batch must have arrived. */
  Duration longestBatch();

  /** Bytes a second; who sends less is slow. */
  long leastRate();

  /** Bytes of uploads on their way from people who are logged in that may lie in temporary files; as many again from others. */
  long largestSpool();

  /** Directory of temporary files of uploads. */
  Path spoolDirectory();

  /** Most bytes of all answers that wait in memory until they are read; what is more, nothing large is answered. */
  long largestUnread();

  /** Most bytes of a request that is none of the following. */
  long largestRequest();

  /** Most bytes of a replay: a claim and a decision. */
  long largestReplay();

  /** Most bytes of an application. */
  long largestApplication();

  /** Most bytes of a workbook, or of a form at the desk. */
  long largestWorkbook();

  /** Most characters of an address with its parameters. */
  int longestAddress();

  /** Most bytes of all headers. */
  int largestHeaders();
}
