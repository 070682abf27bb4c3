package org.sabring.properties.explore;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Exploration;
import org.sabring.explore.Story;
import org.sabring.explore.runtime.SourceLine;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Interleaving;
import org.sabring.spec.law.MemoryPicture;
import org.sabring.spec.law.MemoryPicture.Cell;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.law.Rule;

/** A translation of the explorer's stories into the terms of the verdict. */
public final class Stories {

  private Stories() {}

  /** A counterexample, as all layers show theirs. */
  public static Interleaving of(Story story) {
    boolean drawn = story.sides().size() == 2;
    return new Interleaving(
        story.title(), story.lines().stream().map(line -> line(story, line, drawn)).toList());
  }

  private static Interleaving.Line line(Story story, Story.Line line, boolean drawn) {
    boolean apart = drawn || line.side() < 0;
    String prefix = apart ? "" : story.sides().get(line.side()) + " ";
    List<Interleaving.View> views =
        drawn
            ? line.views().stream()
                .map(
                    view ->
                        new Interleaving.View(side(view.side()), view.location(), view.values()))
                .toList()
            : List.of();
    Story.Held known = line.known();
    return new Interleaving.Line(
        drawn && line.side() >= 0 ? side(line.side()) : null,
        prefix + line.text() + source(line),
        known == null ? List.of() : List.of(cell(known)),
        picture(line, drawn),
        line.note(),
        views);
  }

  private static MemoryPicture picture(Story.Line line, boolean drawn) {
    Set<RingSide> asleep = EnumSet.noneOf(RingSide.class);
    if (drawn) {
      line.asleep().forEach(side -> asleep.add(side(side)));
    }
    return new MemoryPicture(
        line.memory().stream().map(Stories::cell).toList(), List.of(), asleep, "");
  }

  private static Cell cell(Story.Held held) {
    return new Cell(held.location(), held.value());
  }

  /** Where in the code it is, unless that is the code of the ring here. */
  private static String source(Story.Line line) {
    SourceLine source = line.source();
    if (source == null
        || source.line() <= 0
        || source.className().startsWith("org.sabring.ring.")
        || source.className().startsWith("org.sabring.properties.")) {
      return "";
    }
    return "  at %s:%d".formatted(source.file(), source.line());
  }

  private static RingSide side(int number) {
    return number == 0 ? RingSide.PRODUCER : RingSide.CONSUMER;
  }

  /** The rules that a finding breaks. */
  public static List<Rule> rules(List<? extends @Nullable Enum<?>> named) {
    return named.stream().map(Rule.class::cast).toList();
  }

  /** PASS, FAIL or UNKNOWN. */
  public static Status status(Exploration exploration) {
    return Status.valueOf(exploration.status().name());
  }
}
