package org.sabring.spec.cli;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * An address on the command line: {@code HOST:PORT}. Only a host that can be resolved, and a port
 * that there is, can be given.
 *
 * @param host a name or an address
 * @param port its port
 */
public record HostPort(String host, int port) {

  private static final int LAST_PORT = 65_535;

  /** The converter for picocli. */
  public static final class Converter implements ITypeConverter<HostPort> {
    @Override
    public HostPort convert(String text) {
      int colon = text.lastIndexOf(':');
      String host = colon < 0 ? text : text.substring(0, colon);
      String port = text.substring(colon + 1);
      if (host.isEmpty() || !port.matches("\\d{1,5}") || !isPort(Integer.parseInt(port))) {
        throw new TypeConversionException("'" + text + "' is not HOST:PORT");
      }
      return new HostPort(known(host), Integer.parseInt(port));
    }

    private static boolean isPort(int port) {
      return port > 0 && port <= LAST_PORT;
    }
  }

  /**
   * The host, if there is one of that name.
   *
   * @throws TypeConversionException otherwise
   */
  static String known(String host) {
    try {
      InetAddress.getByName(host);
      return host;
    } catch (UnknownHostException e) {
      throw new TypeConversionException("no host '" + host + "'");
    }
  }

  /**
   * The address of this machine from which it reaches that one; nothing is sent.
   *
   * @throws TypeConversionException if it does not reach it
   */
  public static String facing(String host) {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress(host, LAST_PORT));
      InetAddress own = socket.getLocalAddress();
      if (own.isAnyLocalAddress()) {
        throw new IOException("no way there");
      }
      return own.getHostAddress();
    } catch (IOException e) {
      throw new TypeConversionException(
          "this machine does not reach '" + host + "' (" + e.getMessage() + ")");
    }
  }
}
