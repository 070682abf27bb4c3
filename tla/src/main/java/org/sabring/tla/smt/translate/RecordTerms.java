package org.sabring.tla.smt.translate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sabring.tla.smt.translate.Value.Fields;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.StringNode;

/** The translation of records: no solver sees one, for their fields are known. */
final class RecordTerms {

  private final Translator translator;

  RecordTerms(Translator translator) {
    this.translator = translator;
  }

  /** {@code [name |-> value, ...]} */
  Value constructor(ExprOrOpArgNode[] pairs, Environment scope) {
    Map<String, Value> fields = new LinkedHashMap<>();
    for (ExprOrOpArgNode pair : pairs) {
      ExprOrOpArgNode[] nameAndValue = ((OpApplNode) pair).getArgs();
      String name = ((StringNode) nameAndValue[0]).getRep().toString();
      fields.put(name, translator.value(nameAndValue[1], scope));
    }
    return new Fields(fields);
  }

  /** {@code record.name} */
  Value field(OpApplNode node, Environment scope) {
    String name = ((StringNode) node.getArgs()[1]).getRep().toString();
    if (translator.value(node.getArgs()[0], scope) instanceof Fields record) {
      Value value = record.fields().get(name);
      if (value != null) {
        return value;
      }
    }
    throw new OutsideFragment("field ." + name + " of what is not known to have it", node);
  }
}
