package org.sabring.properties.explore.stream;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.runtime.Stage;
import org.sabring.ring.Consumer;
import org.sabring.stream.Done;
import org.sabring.stream.EventLoop;
import org.sabring.stream.SabReadable;
import org.sabring.stream.Settings;

/** What may be wrong with a stream out of the ring. */
public enum ReadableMistake implements ReadableMaking {
  /** Nothing is. */
  NONE {
    @Override
    public SabReadable make(EventLoop loop, Consumer ring, Settings settings, Stage stage) {
      return new WatchedReadable(loop, ring, settings, stage);
    }
  },

  /** As the seed has it: the loop sleeps. */
  BLOCKING {
    @Override
    public SabReadable make(EventLoop loop, Consumer ring, Settings settings, Stage stage) {
      return SabReadable.blocking(loop, ring, settings);
    }
  },

  /** The first element is pushed twice. */
  REPEATS_ELEMENT {
    @Override
    public SabReadable make(EventLoop loop, Consumer ring, Settings settings, Stage stage) {
      return new WatchedReadable(loop, ring, settings, stage) {
        private boolean repeated;

        @Override
        protected void onRead(int size) throws InterruptedException {
          super.onRead(size);
          if (readableLength() > 0 && !repeated) {
            repeated = true;
            push(ring.element());
          }
        }
      };
    }
  },

  /** It takes again and again, however much it holds. */
  UNBOUNDED_BUFFER {
    @Override
    public SabReadable make(EventLoop loop, Consumer ring, Settings settings, Stage stage) {
      return new WatchedReadable(loop, ring, settings, stage) {
        @Override
        protected void onRead(int size) throws InterruptedException {
          super.onRead(size);
          while (readableLength() > 0 && ring.poll() == org.sabring.ring.Taken.ELEMENT) {
            push(ring.element());
          }
        }
      };
    }
  },

  /** onRead calls itself before it has answered. */
  REENTERED_READ {
    @Override
    public SabReadable make(EventLoop loop, Consumer ring, Settings settings, Stage stage) {
      return new WatchedReadable(loop, ring, settings, stage) {
        private int depth;

        @Override
        protected void onRead(int size) throws InterruptedException {
          super.onRead(size);
          if (depth++ == 0) {
            onRead(size);
          }
          depth--;
        }
      };
    }
  },

  /** The end is pushed after the first element. */
  END_BEFORE_DATA {
    @Override
    public SabReadable make(EventLoop loop, Consumer ring, Settings settings, Stage stage) {
      return new WatchedReadable(loop, ring, settings, stage) {
        private int calls;

        @Override
        protected void onRead(int size) throws InterruptedException {
          if (++calls == 2) {
            pushEnd();
          } else {
            super.onRead(size);
          }
        }
      };
    }
  },

  /** What is destroyed takes one more element. */
  TAKE_AFTER_DESTROY {
    @Override
    public SabReadable make(EventLoop loop, Consumer ring, Settings settings, Stage stage) {
      return new WatchedReadable(loop, ring, settings, stage) {
        @Override
        protected void onDestroy(@Nullable Throwable cause, Done done) {
          ring.poll();
          super.onDestroy(cause, done);
        }
      };
    }
  },

  /** A destroy does not come to the ring. */
  DESTROY_WITHOUT_CANCEL {
    @Override
    public SabReadable make(EventLoop loop, Consumer ring, Settings settings, Stage stage) {
      return new WatchedReadable(loop, ring, settings, stage) {
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
