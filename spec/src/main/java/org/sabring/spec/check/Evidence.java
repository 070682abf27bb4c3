package org.sabring.spec.check;

import java.util.List;

/**
 * The evidence of a layer: the results of its checks, and tables over them.
 *
 * @param checks one entry for each thing it set out to check, whether it ran or not
 * @param tables what many of the checks say together; they add nothing to the status
 */
public record Evidence(List<Check> checks, List<Table> tables) {

  public Evidence {
    checks = List.copyOf(checks);
    tables = List.copyOf(tables);
  }

  /** Evidence without a table. */
  public Evidence(List<Check> checks) {
    this(checks, List.of());
  }

  /** The status of all checks together; a layer that checked nothing is UNKNOWN. */
  public Status status() {
    return Status.all(checks.stream().map(Check::status).toList());
  }
}
