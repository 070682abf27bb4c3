package org.sabring.spec.report;

import com.samskivert.mustache.Mustache;
import java.util.List;
import java.util.stream.Collectors;
import org.sabring.spec.check.Printable;
import org.sabring.spec.law.Interleaving;

/**
 * An HTML page of counterexamples alone, to be stepped through as on the page of a verdict: one
 * file that needs no network.
 */
public final class StoryPage {

  private static final List<String> SCRIPTS = List.of("draw.js", "story.js");

  private StoryPage() {}

  /** All that the template shows. */
  record Content(
      String heading, List<Interleaving> stories, String data, String script, String style) {}

  /** The counterexamples as an HTML document. */
  public static String render(String heading, List<Interleaving> stories) {
    String script = SCRIPTS.stream().map(Resource::text).collect(Collectors.joining("\n"));
    String style = Resource.text("verdict.css");
    Content content = new Content(heading, stories, PageData.of(stories), script, style);
    return Printable.clean(
        Mustache.compiler().escapeHTML(true).compile(Resource.text("story.html")).execute(content));
  }
}
