package cn.tuodi.spark;

import java.io.Serializable;

/**
 * A policy as it is sent to executors: bytes, of which each of them makes an edition once.
 *
 * @param name what people call it
 * @param contentHash hash over its content
 * @param description description of the edition, as it is stored
 * @param kjar compiled rules
 */
record PolicyContent(String name, String contentHash, byte[] description, byte[] kjar) implements Serializable {}
