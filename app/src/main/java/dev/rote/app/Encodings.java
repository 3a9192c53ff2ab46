package dev.rote.app;

import dev.rote.data.tables.RowFile;
import dev.rote.yaml.Problem;

/** What {@code --encoding} may be. */
final class Encodings {

    private Encodings() {}

    /** Throws when there is no such encoding. */
    static void require(String name) {
        if (!RowFile.isEncoding(name)) {
            throw Problem.wrongUse("must be an encoding that Java knows", "choose utf-8, latin-1 or utf-16")
                    .field("--encoding")
                    .was(name);
        }
    }
}
