--------------------------- MODULE UnboundedBuffer ---------------------------
(***************************************************************************)
(* What push answers is ignored: the stream asks for more however much it  *)
(* holds. A slow consumer then stalls nobody, and memory grows.            *)
(***************************************************************************)
EXTENDS SabStreamPromises

MutantWantsMore == TRUE
==============================================================================
