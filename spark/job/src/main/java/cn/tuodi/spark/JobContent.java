package cn.tuodi.spark;

import cn.tuodi.language.Language;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What executors need besides lines. It is sent as bytes: nothing of the engine is ever serialised.
 *
 * @param policies one or more editions that decide together, or the two that are compared
 * @param compared whether two policies are compared
 * @param asIfInForce whether every claim is decided as if the policies were in force at its place and on its day
 * @param headers rows of column names to which lines refer
 * @param language language of what is told
 */
record JobContent(List<PolicyContent> policies, boolean compared, boolean asIfInForce, List<byte[]> headers,
    Language language) implements Serializable {

  byte[] written() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static JobContent read(byte[] written) {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(written)) {
      @Override
      protected Class<?> resolveClass(java.io.ObjectStreamClass type) throws ClassNotFoundException {
        return Class.forName(type.getName(), false, JobContent.class.getClassLoader());
      }
    }) {
      return (JobContent) in.readObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The claims of lines under these column names. */
  LineParsers parsers() {
    return new LineParsers(headers, language);
  }
}
