package org.sabring.stream;

/**
 * The options of a stream.
 *
 * @param highWaterMark from how much in its buffer on it asks the other side to stop, in units of
 *     its mode, at least 0. It is not a limit: what comes all the same is kept
 * @param autoDestroy whether it destroys itself after its end, and when it fails
 */
public record Settings(int highWaterMark, boolean autoDestroy) {

  public Settings {
    if (highWaterMark < 0) {
      throw new IllegalArgumentException(
          "highWaterMark=" + highWaterMark + ", expected at least 0");
    }
  }

  /** With this mark; destroys itself. */
  public static Settings highWaterMark(int mark) {
    return new Settings(mark, true);
  }

  /** Node's defaults. */
  public static Settings of(ChunkMode<?> mode) {
    return highWaterMark(mode.highWaterMark());
  }

  /** The same, without destroying itself. */
  public Settings withoutAutoDestroy() {
    return new Settings(highWaterMark, false);
  }
}
