package org.sabring.properties.stream;

import org.jspecify.annotations.Nullable;
import org.sabring.stream.Writable;

/** A Writable of a script. */
final class PlayedWritable<T> extends Played<T> {

  private final Writable<T> stream;

  PlayedWritable(OurRun<T> run, String name, Writable<T> stream) {
    super(run, name, stream);
    this.stream = stream;
    hears("drain", stream.drain(), none -> "");
    hears("prefinish", stream.prefinish(), none -> "");
    hears("finish", stream.finish(), none -> "");
    hears("pipe", stream.piped(), none -> "");
    hears("unpipe", stream.unpiped(), none -> "");
  }

  Writable<T> stream() {
    return stream;
  }

  @Override
  String actOwn(String verb, @Nullable String word) {
    return switch (verb) {
      case "write" -> "" + stream.write(run.chunks().make(number(word)));
      case "writeTold" -> "" + stream.write(run.chunks().make(number(word)), told("written"));
      default -> {
        command(verb, word);
        yield "";
      }
    };
  }

  private void command(String verb, @Nullable String word) {
    switch (verb) {
      case "end" -> stream.end();
      case "endTold" -> stream.end(told("ended"));
      case "endWith" -> stream.endWith(run.chunks().make(number(word)));
      case "cork" -> stream.cork();
      case "uncork" -> stream.uncork();
      default -> throw new IllegalArgumentException("operation=" + name + "." + verb);
    }
  }

  @Override
  String seen() {
    return stream.writableLength()
        + " "
        + stream.writableCorked()
        + " "
        + OurRun.flags(
            stream.isWritable(),
            stream.isDrainNeeded(),
            stream.isWritableEnded(),
            stream.isWritableFinished(),
            stream.isDestroyed(),
            stream.isClosed())
        + " "
        + OurRun.label(stream.errored());
  }
}
