package org.sabring.spec.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Printable;
import org.sabring.spec.law.Interleaving;
import org.sabring.spec.law.RingSide;

/**
 * The data of the page's counterexamples, as JSON apart from its markup.
 *
 * <pre>
 * stories[]      the counterexamples, in the order in which the page shows them
 *   title
 *   lines[]      side (P, C or empty), text, memory, note, and what there is to draw: words{},
 *                slots[], asleep (letters), knows{P{}, C{}}, beside, views[]: side, word, values[]
 * playground     see {@link PlaygroundData}
 * </pre>
 */
final class PageData {
  private PageData() {}

  static String of(Verdict verdict) {
    ObjectNode data = Json.object();
    ArrayNode stories = data.putArray("stories");
    stories(verdict).forEach(story -> story(story, stories.addObject()));
    data.set("playground", PlaygroundData.all());
    return inline(data);
  }

  /** Counterexamples alone. */
  static String of(List<Interleaving> stories) {
    ObjectNode data = Json.object();
    ArrayNode all = data.putArray("stories");
    stories.forEach(story -> story(story, all.addObject()));
    return inline(data);
  }

  /** What went wrong comes first, and then again among all that the layers found. */
  private static Stream<Interleaving> stories(Verdict verdict) {
    Stream<Check> wrong = verdict.failures().stream().map(Verdict.Failure::check);
    Stream<Check> all =
        verdict.layers().stream().flatMap(layer -> layer.evidence().checks().stream());
    return Stream.concat(wrong, all).map(Check::counterexample).filter(Objects::nonNull);
  }

  private static void story(Interleaving story, ObjectNode node) {
    node.put("title", story.title());
    ArrayNode lines = node.putArray("lines");
    List<StoryFrame> scenes = StoryFrame.of(story);
    for (int i = 0; i < scenes.size(); i++) {
      line(story.lines().get(i), scenes.get(i), lines.addObject());
    }
  }

  private static void line(Interleaving.Line line, StoryFrame scene, ObjectNode node) {
    node.put("side", letter(line.side()));
    node.put("text", line.text());
    node.put("memory", line.memory());
    node.put("note", line.note());
    ObjectNode words = node.putObject("words");
    scene.words().forEach(words::put);
    node.set("slots", Json.strings(scene.slots()));
    StringBuilder asleep = new StringBuilder();
    scene.asleep().forEach(side -> asleep.append(side.letter()));
    node.put("asleep", asleep.toString());
    ObjectNode knows = node.putObject("knows");
    scene.knows().forEach((side, known) -> known.forEach(knows.putObject(side.letter())::put));
    node.put("beside", scene.beside());
    node.set("views", Json.views(line.views()));
  }

  private static String letter(@Nullable RingSide side) {
    return side == null ? "" : side.letter();
  }

  /** JSON that may stand in a script element: nothing in it ends the element or opens a comment. */
  private static String inline(ObjectNode data) {
    return Printable.clean(data.toString()).replace("<", "\\u003c").replace("\u2028", "\\u2028");
  }
}
