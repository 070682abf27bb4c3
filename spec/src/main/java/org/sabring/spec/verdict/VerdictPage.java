package org.sabring.spec.verdict;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A verdict for people: one page that needs neither network nor script. */
public final class VerdictPage {
  private static final String TEMPLATE = "verdict.html";

  private VerdictPage() {}

  /** The verdict as an HTML document. */
  public static String render(Verdict verdict) {
    return Printable.clean(template().execute(verdict));
  }

  private static Template template() {
    InputStream resource = VerdictPage.class.getResourceAsStream(TEMPLATE);
    try (InputStreamReader reader =
        new InputStreamReader(Objects.requireNonNull(resource, TEMPLATE), StandardCharsets.UTF_8)) {
      return Mustache.compiler().escapeHTML(true).withFormatter(VerdictPage::text).compile(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Object value) {
    return value instanceof Number number ? Figures.text(number) : value.toString();
  }
}
