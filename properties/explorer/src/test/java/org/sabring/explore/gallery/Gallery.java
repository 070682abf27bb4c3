package org.sabring.explore.gallery;

import java.util.List;
import java.util.stream.Stream;

/** All that hangs here. */
final class Gallery {

  private Gallery() {}

  static List<Specimen> specimens() {
    return Stream.of(
            JcTools.specimens(),
            Agrona.specimens(),
            Disruptors.specimens(),
            JdkQueues.specimens(),
            JdkSynchronizers.specimens(),
            OwnClasses.specimens())
        .flatMap(List::stream)
        .toList();
  }
}
