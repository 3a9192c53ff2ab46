package dev.rote.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import dev.rote.losses.Mse;
import dev.rote.scores.ExampleScore;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;

/** The rules of the house: who may know whom, and what nobody does. */
@AnalyzeClasses(packages = "dev.rote", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

    private static final String ROTE = "dev.rote.";

    private static final Set<String> BELOW_RUNS = Set.of(
            "tensor",
            "data",
            "data.files",
            "noise",
            "nets",
            "train",
            "losses",
            "estimates",
            "methods",
            "attacks",
            "measures",
            "influence",
            "scores");

    /** Each package and all that it may know of this project, besides itself. */
    private static final Map<String, Set<String>> MAY_KNOW = new TreeMap<>(Map.ofEntries(
            Map.entry("tensor", Set.of()),
            Map.entry("data", Set.of("tensor")),
            Map.entry("data.prepare", Set.of("tensor", "data")),
            Map.entry("data.augment", Set.of("tensor", "data")),
            Map.entry("data.files", Set.of("tensor", "data")),
            Map.entry("data.tables", Set.of("tensor", "data", "yaml")),
            Map.entry("noise", Set.of("tensor", "data")),
            Map.entry("nets", Set.of("tensor")),
            Map.entry("nets.images", Set.of("tensor", "nets")),
            Map.entry("train", Set.of("tensor", "data", "nets")),
            Map.entry("losses", Set.of("tensor", "data", "nets", "train")),
            Map.entry("estimates", Set.of("tensor")),
            Map.entry("methods", Set.of("tensor", "data", "nets", "train", "estimates")),
            Map.entry("attacks", Set.of("tensor", "data", "nets", "train")),
            Map.entry("measures", Set.of("tensor", "data", "noise", "nets", "train", "estimates")),
            Map.entry("influence", Set.of("tensor", "data", "nets", "train", "measures")),
            Map.entry("scores", Set.of("tensor", "data", "noise", "nets", "train", "measures", "influence")),
            Map.entry("yaml", Set.of()),
            Map.entry("files", Set.of("tensor")),
            Map.entry("runs", union(BELOW_RUNS, "yaml", "files")),
            Map.entry("confident", Set.of()),
            Map.entry("sentences", Set.of()),
            Map.entry(
                    "audit.features",
                    Set.of(
                            "tensor",
                            "data",
                            "data.tables",
                            "data.files",
                            "data.prepare",
                            "yaml",
                            "files",
                            "confident",
                            "sentences")),
            Map.entry(
                    "audit.learners",
                    union(BELOW_RUNS, "audit.features", "data.prepare", "data.augment", "nets.images")),
            Map.entry(
                    "audit",
                    union(
                            BELOW_RUNS,
                            "data.tables",
                            "yaml",
                            "files",
                            "runs",
                            "confident",
                            "audit.features",
                            "audit.learners")),
            Map.entry(
                    "audit.files", Set.of("tensor", "data", "data.tables", "yaml", "files", "audit", "audit.features")),
            Map.entry("claims", Set.of("files", "runs"))));

    private static Set<String> union(Set<String> names, String... more) {
        Set<String> all = new TreeSet<>(names);
        all.addAll(Set.of(more));
        return all;
    }

    private static String pack(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROTE) ? name.substring(ROTE.length()) : "";
    }

    @ArchTest
    static final ArchRule imports_run_one_way = classes().should(new ArchCondition<>("know only packages below them") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            Set<String> known = MAY_KNOW.get(pack(type));
            if (known == null) {
                events.add(SimpleConditionEvent.violated(
                        type, type.getName() + " is in a package that has no place in the order of imports"));
                return;
            }
            type.getDirectDependenciesFromSelf().forEach(dependency -> {
                String target = pack(dependency.getTargetClass());
                if (!target.isEmpty() && !target.equals(pack(type)) && !known.contains(target)) {
                    events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                }
            });
        }
    });

    @ArchTest
    static final ArchRule no_packages_know_each_other =
            slices().matching("dev.rote.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_tensor_knows_libtorch = noClasses()
            .that()
            .resideOutsideOfPackage("dev.rote.tensor")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bytedeco..");

    @ArchTest
    static final ArchRule only_sentences_knows_onnx_runtime = noClasses()
            .that()
            .resideOutsideOfPackage("dev.rote.sentences")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.onnxruntime..");

    private static DescribedPredicate<JavaClass> isOne(Class<?> idea) {
        return describe(
                "is a " + idea.getSimpleName().toLowerCase(),
                type -> type.isAssignableTo(idea) && !type.isInterface() && !type.isEquivalentTo(idea));
    }

    @ArchTest
    static final ArchRule ideas_do_not_know_each_other = classes()
            .that(resideInAnyPackage("dev.rote.methods", "dev.rote.losses", "dev.rote.attacks", "dev.rote.scores"))
            .should(new ArchCondition<>("know no other idea of their package") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    type.getDirectDependenciesFromSelf().stream()
                            .filter(dependency -> isOne(Method.class)
                                    .or(isOne(Loss.class))
                                    .or(isOne(ExampleScore.class))
                                    .test(outermost(dependency.getTargetClass())))
                            .filter(dependency ->
                                    !outermost(dependency.getTargetClass()).equals(outermost(type)))
                            .forEach(dependency ->
                                    events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
                }
            });

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(HouseTest::outermost).orElse(type);
    }

    @ArchTest
    static final ArchRule strangers_objects_are_never_revived = noClasses()
            .should()
            .dependOnClassesThat(describe(
                    "belong to Java serialization",
                    type -> Set.of(
                                    "java.io.Serializable",
                                    "java.io.Externalizable",
                                    "java.io.ObjectInputStream",
                                    "java.io.ObjectOutputStream")
                            .contains(type.getName())));

    @ArchTest
    static final ArchRule randomness_is_keyed = noClasses()
            .should()
            .dependOnClassesThat(describe(
                    "draw from a moving stream",
                    type -> Set.of(
                                    "java.util.Random",
                                    "java.util.SplittableRandom",
                                    "java.util.concurrent.ThreadLocalRandom",
                                    "java.security.SecureRandom",
                                    "java.util.random.RandomGenerator")
                            .contains(type.getName())))
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(StrictMath.class, "random");

    @ArchTest
    static final ArchRule nothing_is_printed = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule memory_is_freed_by_scopes = noClasses()
            .should()
            .callMethod(System.class, "gc")
            .orShould()
            .callMethod(Runtime.class, "gc")
            .orShould()
            .callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule classes_are_final = classes()
            .that()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .and()
            .areNotAnonymousClasses()
            .should()
            .haveModifier(JavaModifier.FINAL);

    @ArchTest
    static void every_package_says_what_null_means(JavaClasses all) {
        classes()
                .that(resideInAPackage("dev.rote.."))
                .should(new ArchCondition<>("be in a package marked " + NullMarked.class.getSimpleName()) {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        if (type.getPackage()
                                .tryGetAnnotationOfType(NullMarked.class)
                                .isEmpty()) {
                            events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " is not marked"));
                        }
                    }
                })
                .check(all);
    }

    @ArchTest
    static void the_rules_look_at_something(JavaClasses all) {
        classes().that(isOne(Loss.class)).should().bePublic().check(all);
        classes().that(isOne(Method.class)).should().bePublic().check(all);
        if (!all.contain(Mse.class)) {
            throw new AssertionError("the classes of the project were not found");
        }
    }
}
