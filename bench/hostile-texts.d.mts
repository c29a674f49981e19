export declare const hostileFamilies: Readonly<Record<string, (length: number) => string>>
export declare function randomHostileTexts(count: number, seed: number): Generator<string>
