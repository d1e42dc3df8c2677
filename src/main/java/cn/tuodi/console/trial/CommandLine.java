package cn.tuodi.console.trial;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.regex.Pattern;

/** Requests as commands, ready to be copied. */
final class CommandLine {

  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.\\-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}\\]");

  private CommandLine() {}

  /** The command that sends a request to the address under which this page was asked for. */
  static String curl(UriInfo address, String path, JsonNode request) {
    URI base = address.getBaseUri();
    String host = base.getHost() != null && HOST.matcher(base.getHost()).matches() ? base.getHost() : "localhost";
    String port = base.getPort() < 0 ? "" : ":" + base.getPort();
    String scheme = "https".equals(base.getScheme()) ? "https" : "http";
    return "curl -s " + scheme + "://" + host + port + path + " -H 'Content-Type: application/json' -d '"
        + request.toString().replace("'", "'\\''") + "'";
  }
}
