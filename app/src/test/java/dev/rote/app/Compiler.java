package dev.rote.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles Java that stands in documents. */
final class Compiler {

    private Compiler() {}

    /** What is wrong with a class's source; nothing when it compiles. Class files go into the folder. */
    static List<String> errors(Path folder, String name, String source) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        Path file = Files.writeString(folder.resolve(name + ".java"), source);
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, null)) {
            List<String> options =
                    List.of("-cp", System.getProperty("java.class.path"), "-d", folder.toString(), "-proc:none");
            compiler.getTask(null, files, found, options, null, files.getJavaFileObjects(file))
                    .call();
        }
        return found.getDiagnostics().stream()
                .map(each -> each.getKind() + " " + each)
                .toList();
    }
}
