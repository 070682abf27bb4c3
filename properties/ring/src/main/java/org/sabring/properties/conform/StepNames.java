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
import org.sabring.spec.law.Step;

/** Which step of the law an access is, found out once for each access. */
final class StepNames {

  private static final Map<String, Step> STEPS =
      Arrays.stream(Step.values()).collect(Collectors.toMap(Step::name, step -> step));

  private final RingLayout layout;
  private final List<Map<Access, Optional<Step>>> known = List.of(new HashMap<>(), new HashMap<>());

  StepNames(RingLayout layout) {
    this.layout = layout;
  }

  /** The step; null if the law has none that does this. */
  @Nullable Step of(int side, Access access) {
    return known
        .get(side)
        .computeIfAbsent(access, a -> Optional.ofNullable(find(side, a)))
        .orElse(null);
  }

  private @Nullable Step find(int side, Access access) {
    int own = side == RingProgram.PRODUCER ? layout.write() : layout.read();
    int others = side == RingProgram.PRODUCER ? layout.read() : layout.write();
    boolean elsewhere =
        (access.kind() == Access.Kind.WAIT && access.word() != others)
            || (access.kind() == Access.Kind.NOTIFY && access.word() != own);
    return elsewhere ? null : STEPS.get(StepName.of(layout, side, access));
  }
}
