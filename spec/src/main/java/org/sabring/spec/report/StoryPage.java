package org.sabring.spec.report;

import com.samskivert.mustache.Mustache;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.check.Printable;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Interleaving;

/**
 * An HTML page of counterexamples, alone or each with what it is about, to be stepped through as on
 * the page of a verdict: one file that needs no network.
 */
public final class StoryPage {

  private static final List<String> SCRIPTS = List.of("draw.js", "story.js");

  private StoryPage() {}

  /** A status, and the word that people read for it. */
  public record Badge(Status status, String word) {}

  /** Something known, and the name of what it is. */
  public record Fact(String name, String text) {}

  /**
   * A part of the page.
   *
   * @param badge what came of it; null for a counterexample alone
   * @param heading what it is about; empty for a counterexample alone
   * @param facts what is known of it
   * @param story its counterexample, if there is one
   */
  public record Part(
      @Nullable Badge badge, String heading, List<Fact> facts, @Nullable Interleaving story) {

    public Part {
      facts = List.copyOf(facts);
    }
  }

  /** All that the template shows. */
  record Content(
      @Nullable Badge badge,
      String heading,
      List<Part> parts,
      String footer,
      String data,
      String script,
      String style) {

    /** Whether there is a list of the parts at the top; a single one has its heading there. */
    boolean listed() {
      return badge != null && parts.size() > 1;
    }
  }

  /** The counterexamples as an HTML document. */
  public static String render(String heading, List<Interleaving> stories) {
    List<Part> parts = stories.stream().map(story -> new Part(null, "", List.of(), story)).toList();
    return page(null, heading, parts, "");
  }

  /**
   * The parts as an HTML document.
   *
   * @param badge what came of all of them
   * @param footer how far it holds
   */
  public static String render(Badge badge, String heading, List<Part> parts, String footer) {
    return page(badge, heading, parts, footer);
  }

  private static String page(
      @Nullable Badge badge, String heading, List<Part> parts, String footer) {
    List<Interleaving> stories = parts.stream().map(Part::story).filter(Objects::nonNull).toList();
    String script = SCRIPTS.stream().map(Resource::text).collect(Collectors.joining("\n"));
    String style = Resource.text("verdict.css");
    Content content =
        new Content(badge, heading, parts, footer, PageData.of(stories), script, style);
    return Printable.clean(
        Mustache.compiler().escapeHTML(true).compile(Resource.text("story.html")).execute(content));
  }
}
