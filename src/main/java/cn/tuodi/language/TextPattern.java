package cn.tuodi.language;

import java.text.AttributedCharacterIterator;
import java.text.CharacterIterator;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * A text in the notation of {@link MessageFormat}, cut at its arguments once: decisions are explained a hundred
 * thousand times a second, and figures are to stand as they were given, without signs of grouping.
 *
 * @param pieces what stands before, between and after the arguments
 * @param places the index of the argument after each piece but the last
 */
record TextPattern(List<String> pieces, List<Integer> places) {

  /** Arguments that a text may have. */
  static final int MAX_ARGUMENTS = 12;

  static TextPattern of(String text) {
    MessageFormat format = new MessageFormat(text, Locale.ROOT);
    AttributedCharacterIterator read =
        format.formatToCharacterIterator(Collections.nCopies(MAX_ARGUMENTS, "-").toArray());
    List<String> pieces = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (char c = read.first(); c != CharacterIterator.DONE; c = read.next()) {
      Object place = read.getAttribute(MessageFormat.Field.ARGUMENT);
      if (place == null) {
        piece.append(c);
      } else {
        pieces.add(piece.toString());
        places.add((Integer) place);
        piece.setLength(0);
      }
    }
    pieces.add(piece.toString());
    return new TextPattern(List.copyOf(pieces), List.copyOf(places));
  }

  String with(List<?> arguments, Language language) {
    if (places.isEmpty()) {
      return pieces.get(0);
    }
    StringBuilder text = new StringBuilder(pieces.get(0));
    for (int i = 0; i < places.size(); i++) {
      Object argument = arguments.get(places.get(i));
      text.append(argument instanceof Message message ? message.in(language) : argument).append(pieces.get(i + 1));
    }
    return text.toString();
  }
}
