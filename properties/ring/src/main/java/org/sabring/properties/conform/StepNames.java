package org.sabring.properties.conform;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.runtime.Access;
import org.sabring.properties.explore.ring.RingProgram;
import org.sabring.properties.explore.ring.StepName;
import org.sabring.ring.RingLayout;
import org.sabring.spec.law.RingStep;

/** The step of the law that an access is, found out once for each access. */
final class StepNames {

  private static final Map<String, RingStep> STEPS =
      Arrays.stream(RingStep.values()).collect(Collectors.toMap(RingStep::name, step -> step));

  private final RingLayout layout;
  private final List<Map<Access, Optional<RingStep>>> known =
      List.of(new HashMap<>(), new HashMap<>());

  StepNames(RingLayout layout) {
    this.layout = layout;
  }

  /** The step; null if the law has none that does this. */
  @Nullable RingStep of(int side, Access access) {
    return known
        .get(side)
        .computeIfAbsent(access, a -> Optional.ofNullable(find(side, a)))
        .orElse(null);
  }

  private @Nullable RingStep find(int side, Access access) {
    int own = side == RingProgram.PRODUCER ? layout.write() : layout.read();
    int others = side == RingProgram.PRODUCER ? layout.read() : layout.write();
    boolean elsewhere =
        (access.kind() == Access.Kind.WAIT && access.word() != others)
            || (access.kind() == Access.Kind.NOTIFY && access.word() != own);
    return elsewhere ? null : STEPS.get(StepName.of(layout, side, access));
  }
}
