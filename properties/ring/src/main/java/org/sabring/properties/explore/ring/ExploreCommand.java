package org.sabring.properties.explore.ring;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Exploration;
import org.sabring.explore.Explorer;
import org.sabring.explore.Finding;
import org.sabring.explore.Monitor;
import org.sabring.explore.Options;
import org.sabring.explore.RandomWalks;
import org.sabring.explore.Schedule;
import org.sabring.explore.Smallest;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.runtime.Refused;
import org.sabring.properties.explore.Stories;
import org.sabring.properties.explore.anyclass.ClassExploration;
import org.sabring.properties.explore.anyclass.ClassOptions;
import org.sabring.properties.explore.anyclass.StressExploration;
import org.sabring.properties.explore.ring.RingProgram.Start;
import org.sabring.properties.world.MutantWorld;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.check.Figures;
import org.sabring.spec.check.Status;
import org.sabring.spec.cli.ExtensionCommand;
import org.sabring.spec.law.Interleaving;
import org.sabring.spec.report.Json;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sabring explore}: one program on the ring, under every schedule or under one. */
@Command(
    name = "explore",
    description =
        "Runs the ring here, or a class of yours, under every schedule and every read that a memory"
            + " model permits.",
    mixinStandardHelpOptions = true)
public final class ExploreCommand implements ExtensionCommand {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Option(
      names = "--memory",
      description = "SC, TSO or RA (release/acquire). Default: ${DEFAULT-VALUE}.",
      defaultValue = "RA")
  private MemoryModel memory = MemoryModel.RA;

  @Mixin private final ClassOptions anyClass = new ClassOptions();

  @Option(names = "--capacity", description = "Slots of the ring. Default: 2.")
  private @Nullable Integer capacity;

  @Option(
      names = "--producer",
      paramLabel = "CALLS",
      description = "Its calls. Default: 'put 1, put 2, close'. Of a --queue: may be repeated.")
  private List<String> producers = List.of();

  @Option(
      names = "--consumer",
      paramLabel = "CALLS",
      description = "Its calls; take* takes until the end. Default: take*. May be repeated.")
  private List<String> consumers = List.of();

  @Option(
      names = "--mistake",
      paramLabel = "MUTANT",
      completionCandidates = MutantNames.class,
      description = "Explores a mutant of the ring: ${COMPLETION-CANDIDATES}.")
  private @Nullable String mistake;

  @Option(
      names = "--from-outside",
      description = "Judges what callers see, not the sides' own steps.")
  private boolean fromOutside;

  @Option(names = "--at", description = "Where both cursors stand at the start.")
  private int at;

  @Option(names = "--counted", description = "What all counters stand at, at the start.")
  private int counted;

  @Option(names = "--spurious", description = "How many wake-ups for no reason there may be.")
  private int spurious;

  @Option(names = "--interrupts", description = "How many interrupts there may be.")
  private int interrupts;

  @Option(names = "--crashes", description = "How many sides may stop for good.")
  private int crashes;

  @Option(names = "--states", description = "The most states to explore; beyond it is UNKNOWN.")
  private int states = Options.PLAIN.states();

  @Option(names = "--random", description = "Takes so many random schedules instead of all.")
  private int random;

  @Option(names = "--seed", description = "Of the random schedules.")
  private long seed;

  @Option(names = "--replay", description = "Runs this schedule alone, and prints it.")
  private @Nullable String replay;

  @Option(names = "--json", description = "Prints one JSON document.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    Options options =
        Options.PLAIN.spurious(spurious).interrupts(interrupts).crashes(crashes).states(states);
    if (anyClass.isGiven() || anyClass.isJcstress()) {
      return ofAnyClass(options);
    }
    if (mistake != null && !MutantWorld.holds(ExploreCommand.class)) {
      return ofMutant(mistake);
    }
    RingProgram ring = ring();
    Monitor monitor = ring.monitor(memory, !fromOutside);
    if (random > 0) {
      return show(
          ring, RandomWalks.of(ring.program(), memory, monitor, options, seed, random), null);
    }
    Explorer explorer = new Explorer(ring.program(), memory, monitor, options);
    if (replay != null) {
      return replay(explorer, replay);
    }
    Exploration exploration = explorer.explore();
    return show(ring, exploration, smallest(ring, monitor, options, exploration));
  }

  /** The same command once more, where the ring is the mutant. */
  private int ofMutant(String name) {
    Mutant mutant =
        MutantWorld.ofTheRing().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(),
                        "--mistake %s, expected one of %s"
                            .formatted(name, String.join(", ", new MutantNames()))));
    CommandLine outside = spec.commandLine();
    try {
      CommandLine inside =
          new CommandLine(
                  MutantWorld.of(mutant).create(ExploreCommand.class, ExtensionCommand.class))
              .setCommandName(outside.getCommandSpec().qualifiedName())
              .setCaseInsensitiveEnumValuesAllowed(outside.isCaseInsensitiveEnumValuesAllowed())
              .setParameterExceptionHandler(outside.getParameterExceptionHandler())
              .setExecutionExceptionHandler(outside.getExecutionExceptionHandler())
              .setOut(outside.getOut())
              .setErr(outside.getErr());
      return inside.execute(arguments(outside));
    } catch (IOException e) {
      outside.getErr().println("UNKNOWN: " + e.getMessage());
      return Status.UNKNOWN.exitCode();
    }
  }

  /** What stands behind the command's name; all, if it is the only command. */
  private static String[] arguments(CommandLine command) {
    List<String> all = command.getParseResult().originalArgs();
    int from = command.getParent() == null ? 0 : all.indexOf(command.getCommandName()) + 1;
    return all.subList(from, all.size()).toArray(new String[0]);
  }

  /** What can be explored with {@code --mistake}. */
  static final class MutantNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return MutantWorld.ofTheRing().stream().map(Mutant::name).iterator();
    }
  }

  private int ofAnyClass(Options options) throws InterruptedException {
    try {
      PrintWriter out = spec.commandLine().getOut();
      if (anyClass.isJcstress()) {
        boolean one = spec.commandLine().getParseResult().hasMatchedOption("--memory");
        List<MemoryModel> memories = one ? List.of(memory) : List.of(MemoryModel.values());
        return new StressExploration(anyClass, memories, options, out, json).run();
      }
      return new ClassExploration(
              anyClass, capacity, producers, consumers, memory, options, out, json)
          .run(replay);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    } catch (Refused refusal) {
      spec.commandLine().getErr().println("UNKNOWN: " + refusal.getMessage());
      return Status.UNKNOWN.exitCode();
    }
  }

  private static String only(List<String> calls, String without) {
    if (calls.size() > 1) {
      throw new IllegalArgumentException(
          "%d times, expected once: the ring has one producer and one consumer"
              .formatted(calls.size()));
    }
    return calls.isEmpty() ? without : calls.get(0);
  }

  /** Fewer calls that break the same rules, and the schedule of theirs that is easiest to read. */
  private @Nullable Smallest smallest(
      RingProgram ring, Monitor monitor, Options options, Exploration exploration)
      throws InterruptedException {
    if (exploration.findings().isEmpty()) {
      return null;
    }
    Finding first = exploration.findings().get(0);
    return Smallest.of(
        ring.program(), memory, monitor, options, other -> other.rules().equals(first.rules()));
  }

  private RingProgram ring() {
    int slots = capacity == null ? 2 : capacity;
    try {
      RingProgram ring =
          new RingProgram(
              slots,
              CallText.producer(only(producers, "put 1, put 2, close")),
              CallText.consumer(only(consumers, "take*")));
      if (at < 0 || at >= ring.layout().capacity()) {
        throw new IllegalArgumentException("at=" + at + ", expected 0.." + (slots - 1));
      }
      ring = ring.from(new Start(at, counted));
      return mistake == null ? ring : ring.unbounded();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private int replay(Explorer explorer, String schedule) {
    Interleaving story;
    try {
      story = Stories.of(explorer.replay(new Schedule(schedule)));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ObjectNode document = Json.document("sabring-replay").put("schedule", schedule);
      document.set("interleaving", Json.interleaving(story));
      out.println(Json.write(document));
    } else {
      story.draw().forEach(out::println);
    }
    return 0;
  }

  private int show(RingProgram ring, Exploration exploration, @Nullable Smallest smallest) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.write(ExplorationJson.of(ring, memory, exploration, smallest)));
      return Stories.status(exploration).exitCode();
    }
    out.println(ring + "; " + memory.words());
    for (Finding finding : exploration.findings()) {
      out.println(finding);
      Stories.of(finding.story()).draw().forEach(out::println);
    }
    if (smallest != null) {
      out.println("smallest: " + smallest);
    }
    out.println(
        "%s: %s states, %s steps, %.1f s"
            .formatted(
                exploration.status(),
                Figures.text(exploration.states()),
                Figures.text(exploration.steps()),
                exploration.seconds()));
    return Stories.status(exploration).exitCode();
  }
}
