package org.sabring.spec.check;

import java.time.Duration;
import java.util.List;

/**
 * The machines that a layer may hand its work to, and where they find who hands it out.
 *
 * @param hosts their names or addresses, one for each worker; a machine with two is named twice
 * @param server by which name or address they reach this machine
 * @param port where they find the work
 * @param patience how long to wait for them to come
 */
public record Workers(List<String> hosts, String server, int port, Duration patience) {

  public Workers {
    hosts = List.copyOf(hosts);
  }
}
