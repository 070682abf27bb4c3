package org.sabring.properties.stream;

import org.jspecify.annotations.Nullable;
import org.sabring.stream.Writable;

/** The Readable of a script. */
final class PlayedReadable<T> extends Played<T> {

  private final ScriptedReadable<T> stream;

  PlayedReadable(OurRun<T> run, ScriptedReadable<T> stream) {
    super(run, "r", stream);
    this.stream = stream;
    hears("data", stream.data(), chunk -> " " + run.chunks().show(chunk));
    hears("readable", stream.readable(), none -> "");
    hears("end", stream.end(), none -> "");
    hears("pause", stream.pauseEvent(), none -> "");
    hears("resume", stream.resumeEvent(), none -> "");
  }

  @Override
  String actOwn(String verb, @Nullable String word) {
    return switch (verb) {
      case "push" -> "" + stream.pushed(run.chunks().make(number(word)));
      case "unshift" -> "" + stream.unshift(run.chunks().make(number(word)));
      case "read" -> run.chunks().show(word == null ? stream.read() : stream.read(number(word)));
      default -> {
        command(verb, word);
        yield "";
      }
    };
  }

  private void command(String verb, @Nullable String word) {
    switch (verb) {
      case "pushEnd" -> stream.pushedEnd();
      case "pause" -> stream.pause();
      case "resume" -> stream.resume();
      case "pipe" -> stream.pipe(writable(word));
      case "pipeWithoutEnd" -> stream.pipeWithoutEnd(writable(word));
      case "unpipe" -> {
        if (word == null) {
          stream.unpipe();
        } else {
          stream.unpipe(writable(word));
        }
      }
      default -> throw new IllegalArgumentException("operation=r." + verb);
    }
  }

  private Writable<T> writable(@Nullable String word) {
    return ((PlayedWritable<T>) run.stream(String.valueOf(word))).stream();
  }

  @Override
  String seen() {
    return stream.readableLength()
        + " "
        + stream.readableHighWaterMark()
        + " "
        + (stream.readableFlowing() == null ? "" : stream.readableFlowing())
        + " "
        + OurRun.flags(
            stream.isPaused(),
            stream.isReadable(),
            stream.isReadableEnded(),
            stream.hasBeenRead(),
            stream.isDestroyed(),
            stream.isClosed())
        + " "
        + OurRun.label(stream.errored());
  }
}
