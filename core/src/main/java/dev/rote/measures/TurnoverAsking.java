package dev.rote.measures;

import java.util.List;

/** What is asked of a net under the masks of turn-over dropout, and means nothing unless they are those that it was trained with. */
public interface TurnoverAsking {

    /** The masked layers, as the recipe's method names them. */
    List<String> layers();
}
