package org.sabring.properties.stream;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a real Node does with its streams, ours do. The layer runs it, with a Node at hand. */
final class NodeProperties {

  @Provide
  Arbitrary<NodeScript> scripts() {
    return NodeScripts.all();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void ourStreamsDoWhatNodesDo(@ForAll("scripts") NodeScript script) {
    Differential.current().compare(script);
  }
}
