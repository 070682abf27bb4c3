package org.sabring.properties.explore.ring;

import static org.sabring.properties.explore.ring.RingCall.take;
import static org.sabring.spec.Rule.RB103;
import static org.sabring.spec.Rule.RB201;
import static org.sabring.spec.Rule.RB204;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Exploration;
import org.sabring.explore.Explorer;
import org.sabring.explore.Finding;
import org.sabring.explore.Options;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.properties.explore.Stories;
import org.sabring.properties.mutant.BatchTooEarly;
import org.sabring.properties.mutant.FreeAhead;
import org.sabring.properties.trial.Mutation;
import org.sabring.spec.Rule;
import org.sabring.spec.verdict.Check;
import org.sabring.spec.verdict.Status;

/**
 * A mistake under the batches, which the explorer must find.
 *
 * @param name in the verdict
 * @param program with the mistake in it
 * @param model the memory
 * @param inside whether the sides' own steps are watched, or only what callers and memory see
 * @param rule what it breaks
 */
record BatchControl(
    String name, RingProgram program, MemoryModel model, boolean inside, Rule rule) {

  private static final RingProgram PRODUCING =
      new RingProgram(3, List.of(BatchCall.put(1, 2)), List.of(take(), take()));

  private static final RingProgram CONSUMING =
      new RingProgram(
          3, List.of(BatchCall.put(1, 2), BatchCall.put(3, 4)), List.of(BatchCall.take(2)));

  private static final Mutation EARLY = BatchTooEarly::new;
  private static final Mutation FREE_ALL = FreeAhead.of(true);

  static List<BatchControl> all() {
    return List.of(
        of("batch published too early", PRODUCING.with(EARLY), MemoryModel.SC, true, RB204),
        of(
            "batch published too early, seen outside",
            PRODUCING.with(EARLY),
            MemoryModel.SC,
            false,
            RB103),
        of(
            "batch published too early, as a race",
            PRODUCING.with(EARLY),
            MemoryModel.RA,
            false,
            RB201),
        of("batch freed too early", CONSUMING.with(EARLY), MemoryModel.SC, true, RB204),
        of(
            "batch freed before it is read, seen outside",
            CONSUMING.with(FREE_ALL),
            MemoryModel.SC,
            false,
            RB103));
  }

  private static BatchControl of(
      String name, RingProgram program, MemoryModel model, boolean inside, Rule rule) {
    return new BatchControl(name, program, model, inside, rule);
  }

  /** Explores it, up to the first finding. */
  Exploration explore(RingProgram ring) throws InterruptedException {
    return new Explorer(ring.program(), model, ring.judge(model, inside), Options.PLAIN).explore();
  }

  /** The same program, without the mistake. */
  RingProgram sound() {
    return program.with(Mutation.NONE);
  }

  Check check() throws InterruptedException {
    Exploration exploration = explore(program);
    Finding finding = exploration.findings().stream().findFirst().orElse(null);
    return new Check(
        name,
        true,
        List.of(rule),
        isCaught(finding) ? Status.PASS : Status.FAIL,
        program + ": " + (finding == null ? "nothing, in any schedule" : finding),
        Map.of("states", exploration.states()),
        finding == null ? null : Stories.of(finding.story()));
  }

  private boolean isCaught(@Nullable Finding finding) {
    return finding != null && Set.copyOf(finding.rules()).equals(Set.of(rule));
  }
}
