package org.sabring.spec.verdict;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A verdict for people: one file that needs no network. What it draws and steps through needs
 * script; without, or on paper, the same is there as text.
 */
public final class VerdictPage {

  private static final List<String> SCRIPTS = List.of("draw.js", "story.js");

  private VerdictPage() {}

  /**
   * All that the template shows.
   *
   * @param verdict what was found
   * @param data what scripts draw, as {@link PageData} says
   * @param script the scripts
   * @param style how it all looks
   */
  record Content(Verdict verdict, String data, String script, String style) {}

  /** The verdict as an HTML document. */
  public static String render(Verdict verdict) {
    String script = SCRIPTS.stream().map(VerdictPage::resource).collect(Collectors.joining("\n"));
    String style = resource("verdict.css");
    return Printable.clean(
        template().execute(new Content(verdict, PageData.of(verdict), script, style)));
  }

  private static Template template() {
    return Mustache.compiler()
        .escapeHTML(true)
        .withFormatter(VerdictPage::text)
        .compile(resource("verdict.html"));
  }

  private static String resource(String name) {
    try (InputStream in = VerdictPage.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  private static String text(Object value) {
    return value instanceof Number number ? Figures.text(number) : value.toString();
  }
}
