package org.sabring.spec.recorders;

import java.util.List;

/** What the programs {@code every} record, in each language. */
final class EveryStep {

  /** An exchange is a load and a store; what a spinning side sees again is there once. */
  static final List<String> STEPS =
      """
      {"access":"store","word":"write","value":1,"mode":"opaque"}
      {"access":"store","word":"write","value":2,"mode":"release"}
      {"access":"store","word":"write","value":3,"mode":"volatile"}
      {"access":"load","word":"read","value":0,"mode":"opaque"}
      {"access":"load","word":"read","value":0,"mode":"acquire"}
      {"access":"load","word":"write","value":3,"mode":"volatile"}
      {"access":"add","word":"produced","value":0,"by":1,"mode":"opaque"}
      {"access":"add","word":"produced","value":1,"by":4,"mode":"volatile"}
      {"access":"load","word":"write","value":3,"mode":"acquire"}
      {"access":"store","word":"write","value":4,"mode":"release"}
      {"access":"load","word":"other","name":"lock","value":0,"mode":"opaque"}
      {"access":"load","word":"other","name":"lock","value":0,"mode":"acquire"}
      {"access":"store","word":"other","name":"lock","value":8,"mode":"opaque"}
      {"access":"store","word":"data","index":3,"value":-5000000000,"mode":"plain"}
      {"access":"load","word":"data","index":3,"value":-5000000000,"mode":"plain"}
      {"access":"store","word":"data","index":2,"part":1,"value":9,"mode":"plain"}
      {"access":"load","word":"data","index":2,"part":1,"value":9,"mode":"plain"}
      {"access":"fence","mode":"acquire"}
      {"access":"fence","mode":"release"}
      {"access":"fence","mode":"volatile"}
      {"access":"wait","word":"read","expected":0,"result":"ok"}
      {"access":"wait","word":"read","expected":1,"result":"not-equal"}
      {"access":"wait","word":"read","expected":0,"result":"timed-out"}
      {"access":"notify","word":"write","woken":1}
      {"access":"notify","word":"write"}
      """
          .lines()
          .toList();

  /** Of five polls that found nothing the first and the last are there. */
  static final List<String> CALLS =
      """
      {"op":"put","value":1}
      {"op":"put","value":2,"result":false}
      {"op":"offer","value":3,"result":true}
      {"op":"offer","value":-4,"result":false}
      {"op":"take","value":5}
      {"op":"take","end":true}
      {"op":"poll","value":5}
      {"op":"poll","empty":true}
      {"op":"poll","empty":true}
      {"op":"peek","value":5}
      {"op":"count","value":2}
      {"op":"close"}
      {"op":"cancel"}
      """
          .lines()
          .toList();

  private EveryStep() {}
}
