export declare const Agora: Record<string, object>;
