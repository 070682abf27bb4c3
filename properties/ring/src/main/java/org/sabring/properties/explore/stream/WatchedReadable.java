package org.sabring.properties.explore.stream;

import org.sabring.explore.runtime.Stage;
import org.sabring.properties.explore.stream.Said.Kind;
import org.sabring.ring.Consumer;
import org.sabring.stream.EventLoop;
import org.sabring.stream.Settings;
import org.sabring.stream.sab.SabReadable;

/** The shipped stream, which says whenever onRead is called. */
class WatchedReadable extends SabReadable {

  private final Stage stage;

  WatchedReadable(EventLoop loop, Consumer ring, Settings settings, Stage stage) {
    super(loop, ring, settings);
    this.stage = stage;
  }

  @Override
  protected void onRead(int size) {
    stage.say(Said.of(Kind.READ));
    super.onRead(size);
  }
}
