package cn.tuodi.management;

import io.vertx.core.buffer.Buffer;

/**
 * What is answered on an address of the management port.
 *
 * @param status of HTTP
 * @param type media type of the body
 * @param body what is said
 */
record ManagementPage(int status, String type, Buffer body) {

  /** Makes a page for who asks. */
  @FunctionalInterface
  interface Maker {

    /** The page, for a caller that accepts these media types; null where it does not say. */
    ManagementPage make(String accepted);
  }
}
