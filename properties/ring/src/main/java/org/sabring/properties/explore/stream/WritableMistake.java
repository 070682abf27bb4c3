package org.sabring.properties.explore.stream;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.runtime.Stage;
import org.sabring.ring.Offered;
import org.sabring.ring.Producer;
import org.sabring.stream.Done;
import org.sabring.stream.EventLoop;
import org.sabring.stream.SabWritable;
import org.sabring.stream.Settings;

/** What may be wrong with a stream into the ring. */
public enum WritableMistake implements WritableMaking {
  /** Nothing is. */
  NONE {
    @Override
    public SabWritable make(EventLoop loop, Producer ring, Settings settings, Stage stage) {
      return new SabWritable(loop, ring, settings);
    }
  },

  /** What finds the ring full is dropped. */
  LOST_WHEN_FULL {
    @Override
    public SabWritable make(EventLoop loop, Producer ring, Settings settings, Stage stage) {
      return new SabWritable(loop, ring, settings) {
        @Override
        protected void onWrite(Integer element, Done done) {
          if (ring.offer(element) != Offered.CANCELLED) {
            done.done(null);
          }
        }
      };
    }
  },

  /** The ring is closed while something is still waiting. */
  CLOSE_BEFORE_DATA {
    @Override
    public SabWritable make(EventLoop loop, Producer ring, Settings settings, Stage stage) {
      return new SabWritable(loop, ring, settings) {
        @Override
        protected void onWrite(Integer element, Done done) {
          super.onWrite(element, done);
          if (element == 2) {
            ring.close();
          }
        }
      };
    }
  },

  /** A destroy does not come to the ring. */
  DESTROY_WITHOUT_CLOSE {
    @Override
    public SabWritable make(EventLoop loop, Producer ring, Settings settings, Stage stage) {
      return new SabWritable(loop, ring, settings) {
        @Override
        protected void onDestroy(@Nullable Throwable cause, Done done) {
          done.done(cause);
        }
      };
    }
  };

  @Override
  public String says() {
    return this == NONE ? "" : "; mistake: " + name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
