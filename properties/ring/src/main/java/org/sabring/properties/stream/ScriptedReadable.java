package org.sabring.properties.stream;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.properties.stream.NodeScript.Source;
import org.sabring.stream.Done;
import org.sabring.stream.Readable;
import org.sabring.stream.Settings;

/** A source that does what a script says each time it is asked. */
final class ScriptedReadable<T> extends Readable<T> {

  private final OurRun<T> run;
  private final Source source;
  private final Iterator<String> reads;

  ScriptedReadable(OurRun<T> run, Source source) {
    super(run.loop(), run.chunks().mode, new Settings(source.hwm(), source.autoDestroy()));
    this.run = run;
    this.source = source;
    this.reads = source.reads().iterator();
  }

  @Override
  protected void onRead(int size) {
    run.say("r.onRead " + size);
    String[] answer = (reads.hasNext() ? reads.next() : "now").split(";", -1);
    List<String> operations = List.of(answer).subList(1, answer.length);
    run.when(
        answer[0],
        () -> {
          for (String operation : operations) {
            if (operation.equals("throw")) {
              throw new IllegalStateException("thrown");
            }
            run.operate(operation);
          }
        });
  }

  boolean pushed(T chunk) {
    return push(chunk);
  }

  void pushedEnd() {
    pushEnd();
  }

  @Override
  protected void onDestroy(@Nullable Throwable cause, Done done) {
    run.say("r.onDestroy " + OurRun.label(cause));
    run.answer(source.destroy(), "destroy", cause, done);
  }
}
