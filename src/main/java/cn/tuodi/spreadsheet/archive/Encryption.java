package cn.tuodi.spreadsheet.archive;

import cn.tuodi.language.Message;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Tells workbooks that somebody must open with a password from those that programs encrypt to keep them from changes. */
final class Encryption {

  /** What programs use; a file that states more is not tried. */
  private static final int MAX_SPINS = 100_000;
  private static final int MAX_DESCRIPTION = 8192;
  private static final Pattern SPINS = Pattern.compile("spinCount\\s*=\\s*[\"']([^\"']*)[\"']");

  private Encryption() {}

  static UnreadableWorkbook refusal(byte[] content) {
    if (opensByItself(content)) {
      return new UnreadableWorkbook(Message.of("spreadsheet.the-workbook-was-saved-write-protected"));
    }
    return new UnreadableWorkbook(Message.of("spreadsheet.the-workbook-has-a-password-remove"));
  }

  /** Whether the password is the one that programs use where people set none. */
  private static boolean opensByItself(byte[] content) {
    try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(content))) {
      return isCheap(files)
          && Decryptor.getInstance(new EncryptionInfo(files)).verifyPassword(Decryptor.DEFAULT_PASSWORD);
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      // Whatever the library makes of it: it is not opened.
      return false;
    }
  }

  /** Whether trying a password costs no more than it does for what programs write. */
  private static boolean isCheap(POIFSFileSystem files) throws IOException {
    byte[] description;
    try (InputStream in = files.createDocumentInputStream(EncryptionInfo.ENCRYPTION_INFO_ENTRY)) {
      description = in.readNBytes(MAX_DESCRIPTION + 1);
    }
    String text = new String(description, StandardCharsets.ISO_8859_1);
    boolean isXml = text.contains("<");
    if (description.length > MAX_DESCRIPTION || isXml && (text.contains("&") || text.contains("<!"))) {
      return false;
    }
    Matcher spins = SPINS.matcher(text);
    boolean stated = false;
    while (spins.find()) {
      stated = true;
      if (!spins.group(1).matches("\\d{1,6}") || Integer.parseInt(spins.group(1)) > MAX_SPINS) {
        return false;
      }
    }
    return stated || !isXml;
  }
}
