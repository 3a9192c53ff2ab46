package dev.rote.yaml;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** The few reflective steps that records need; records need not be public. */
final class Records {
    private Records() {}

    static Object get(RecordComponent component, Object record) {
        try {
            component.getAccessor().setAccessible(true);
            Object value = component.getAccessor().invoke(record);
            if (value == null) {
                throw new IllegalArgumentException(component.getName() + " of "
                        + record.getClass().getName() + " must not be null: make it an Optional");
            }
            return value;
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException(component + " cannot be read", failed);
        }
    }

    static Constructor<?> canonical(Class<?> record) {
        Class<?>[] types = Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return record.getDeclaredConstructor(types);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(record.getName() + " has no canonical constructor", impossible);
        }
    }

    static Object construct(Constructor<?> constructor, Object... values) throws InvocationTargetException {
        try {
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InstantiationException | IllegalAccessException failed) {
            throw new IllegalStateException(constructor + " cannot be called", failed);
        }
    }
}
