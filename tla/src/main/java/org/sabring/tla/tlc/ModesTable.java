package org.sabring.tla.tlc;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Status;
import org.sabring.spec.check.Table;
import org.sabring.tla.Sweep;

/**
 * The table of memory modes that suffice, access by access: of the assignments of modes that a
 * sweep asks for, how many hold with this mode for this access. It counts what TLC found, not what
 * is expected; a case that is UNKNOWN is in no count.
 */
final class ModesTable {

  /** From weak to strong; a load has acquire where a store has release. */
  private static final List<Set<String>> MODES =
      List.of(Set.of("plain"), Set.of("opaque"), Set.of("acquire", "release"), Set.of("volatile"));

  private static final List<String> COLUMNS =
      List.of(
          "asked in",
          "memory",
          "access",
          "plain",
          "opaque",
          "acquire or release",
          "volatile",
          "weakest that can hold");

  private ModesTable() {}

  /** Of those sweeps that vary modes; none if there are none. */
  static Optional<Table> of(List<Sweep> sweeps, Map<String, Check> checks) {
    List<List<String>> rows = new ArrayList<>();
    for (Sweep sweep : sweeps) {
      if (sweep.model().module().equals("RingModes")) {
        accesses(sweep).forEach(access -> rows.add(row(sweep, access, checks)));
      }
    }
    String title = "Memory modes: of the assignments with this mode for this access, how many hold";
    return rows.isEmpty() ? Optional.empty() : Optional.of(new Table(title, COLUMNS, rows));
  }

  /** The fields that are modes, and that differ from case to case. */
  private static Set<String> accesses(Sweep sweep) {
    Set<String> accesses = new LinkedHashSet<>();
    for (String field : sweep.all().iterator().next().keySet()) {
      Set<String> values = new LinkedHashSet<>();
      sweep.all().forEach(one -> values.add(one.getOrDefault(field, "")));
      if (values.size() > 1
          && MODES.stream().anyMatch(mode -> values.stream().anyMatch(mode::contains))) {
        accesses.add(field);
      }
    }
    return accesses;
  }

  private static List<String> row(Sweep sweep, String access, Map<String, Check> checks) {
    List<String> row = new ArrayList<>();
    row.add(sweep.model().name());
    row.add(String.valueOf(sweep.model().constants().get("Memory")));
    row.add(access);
    String weakest = "none";
    for (int i = MODES.size() - 1; i >= 0; i--) {
      Set<String> mode = MODES.get(i);
      int asked = 0;
      int hold = 0;
      String name = "";
      for (Map<String, String> one : sweep.all()) {
        Check check = checks.get(sweep.nameOf(one));
        String value = one.getOrDefault(access, "");
        if (mode.contains(value) && check != null && check.status() != Status.UNKNOWN) {
          asked++;
          hold += check.counterexample() == null ? 1 : 0;
          name = value;
        }
      }
      row.add(3, asked == 0 ? "" : hold + " of " + asked);
      weakest = hold > 0 ? name : weakest;
    }
    row.add(weakest);
    return row;
  }
}
