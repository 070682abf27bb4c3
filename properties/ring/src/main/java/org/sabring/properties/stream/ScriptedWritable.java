package org.sabring.properties.stream;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.sabring.properties.stream.NodeScript.Sink;
import org.sabring.stream.Done;
import org.sabring.stream.Settings;
import org.sabring.stream.Writable;

/** A sink that is done with a chunk when a script says so. */
final class ScriptedWritable<T> extends Writable<T> {

  private final OurRun<T> run;
  private final String name;
  private final Sink sink;
  private final Iterator<String> writes;

  ScriptedWritable(OurRun<T> run, String name, Sink sink) {
    super(run.loop(), run.chunks().mode, new Settings(sink.hwm(), sink.autoDestroy()));
    this.run = run;
    this.name = name;
    this.sink = sink;
    this.writes = sink.writes().iterator();
  }

  @Override
  protected void onWrite(T chunk, Done done) {
    run.say(name + ".onWrite " + run.chunks().show(chunk));
    run.answer(writes.hasNext() ? writes.next() : "now", "write", null, done);
  }

  @Override
  protected boolean hasFinal() {
    return !sink.atEnd().equals("none");
  }

  @Override
  protected void onFinal(Done done) {
    run.say(name + ".onFinal");
    run.answer(sink.atEnd(), "final", null, done);
  }

  @Override
  protected void onDestroy(@Nullable Throwable cause, Done done) {
    run.say(name + ".onDestroy " + OurRun.label(cause));
    run.answer(sink.destroy(), "destroy", cause, done);
  }
}
