package cn.tuodi.operation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request over a socket, sent as slowly or incompletely as wanted. */
final class RawRequest implements AutoCloseable {

  private final Socket socket;
  private final OutputStream out;
  private final BufferedReader in;

  private RawRequest(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(60_000);
    out = socket.getOutputStream();
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Sends the head of a request and the first byte of its body. */
  static RawRequest begin(RunningService service, String path, String body) throws IOException {
    RawRequest request = new RawRequest(new Socket("127.0.0.1", service.port()));
    request.send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
        + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body.substring(0, 1));
    return request;
  }

  /** Sends the head of a batch. */
  static RawRequest beginBatch(RunningService service) throws IOException {
    return beginLines(service, "/v1/decisions/batch");
  }

  /** Sends the head of a request whose body is lines of JSON in chunks. */
  static RawRequest beginLines(RunningService service, String path) throws IOException {
    return of(service, "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
        + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n");
  }

  /** Sends whatever it is. */
  static RawRequest of(RunningService service, String text) throws IOException {
    RawRequest request = new RawRequest(new Socket("127.0.0.1", service.port()));
    request.send(text);
    return request;
  }

  /** Sends whatever it is, and has the operating system take hardly anything of the answers. */
  static RawRequest unread(RunningService service, String text) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(2048);
    socket.connect(new InetSocketAddress("127.0.0.1", service.port()));
    RawRequest request = new RawRequest(socket);
    request.send(text);
    return request;
  }

  void send(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  void sendChunk(String text) throws IOException {
    send(Integer.toHexString(text.getBytes(StandardCharsets.UTF_8).length) + "\r\n" + text + "\r\n");
  }

  void endChunks() throws IOException {
    send("0\r\n\r\n");
  }

  boolean hasAnswer() throws IOException {
    return in.ready();
  }

  /** The first line of the answer. */
  String status() throws IOException {
    String line = in.readLine();
    if (line == null) {
      throw new IOException("the connection was closed without an answer");
    }
    return line;
  }

  /** What comes until the connection is closed. */
  String rest() throws IOException {
    StringWriter rest = new StringWriter();
    in.transferTo(rest);
    return rest.toString();
  }

  /** Waits until the other side ends the connection, properly or not. */
  void awaitEnd() {
    try {
      rest();
    } catch (java.net.SocketTimeoutException e) {
      throw new AssertionError("the connection stays open", e);
    } catch (IOException e) {
      // Reset: an end, too.
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
