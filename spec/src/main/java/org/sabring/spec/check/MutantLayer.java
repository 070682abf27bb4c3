package org.sabring.spec.check;

/**
 * A layer that runs on a mutant in place of the shipped ring, under the same name.
 *
 * @param layer the layer without the mistake
 * @param how its run with the mistake
 */
public record MutantLayer(Layer layer, Run how) implements Layer {

  /** As {@link Layer#run}. */
  public interface Run {
    Evidence run(Bounds bounds, Progress progress) throws InterruptedException;
  }

  @Override
  public String name() {
    return layer.name();
  }

  @Override
  public String promise() {
    return layer.promise();
  }

  @Override
  public Evidence run(Bounds bounds, Progress progress) throws InterruptedException {
    return how.run(bounds, progress);
  }
}
