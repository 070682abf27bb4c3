package org.sabring.properties.explore.stream;

import org.sabring.explore.runtime.Stage;
import org.sabring.ring.Consumer;
import org.sabring.stream.EventLoop;
import org.sabring.stream.SabReadable;
import org.sabring.stream.Settings;

/** Makes the stream that is explored: as shipped, or with a mistake. */
public interface ReadableMaking {

  SabReadable make(EventLoop loop, Consumer ring, Settings settings, Stage stage);

  /** What is wrong with it, for people; empty if nothing is. */
  String says();
}
