package org.sabring.spec.verdict;

import java.util.List;

/**
 * What a layer found.
 *
 * @param checks one entry for each thing it set out to check, whether it ran or not
 */
public record Evidence(List<Check> checks) {

  public Evidence {
    checks = List.copyOf(checks);
  }

  /** The status of all checks together; a layer that checked nothing is UNKNOWN. */
  public Status status() {
    return Status.all(checks.stream().map(Check::status).toList());
  }
}
