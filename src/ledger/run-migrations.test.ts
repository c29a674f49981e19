import { expect, test } from 'vitest'
import { readMigrations } from './run-migrations.ts'

test('a migration that has landed is never edited: ledgers that ran it would be taken for another version’s', () => {
  expect(readMigrations().map((migration) => migration.hash)).toEqual([
    'b87fb6d537df79573663734753cd0100e944b9dc24a4aa315449a0e21ea66c3d',
    '079c96a2218dc3ee3dfe57b9f9732fd51fe3dc98b624aa3471bcf6e50ffe8ada',
    'a2de6feaeb118ab41495f9150b196c0316cd8f334d148f1f806990818a089f50',
    'eacaa202ea53c08fbdd1e46d9f2ed307cd8e8917f5ee56014d2c0c77f7e84c67',
    'c7212c8695f7d035a534f3317061050e242ceb0bb4a93f8fd2992e0aa56a45e0',
    'ef410758e9a5bd17e6e34ab9633575f98a02c04acde2da16c5045f39d90b0dca',
    '9330971de282c769b2b3a40d296591f1f4b681883abc46c2ef50b2830d2a75c4',
    '35449ad899fad5eb933eeb554295c8a6fa46b7f33533a6a3ecc0bf086a23412e',
    'c96a2ffa716ddf3e2d1f4ffd49f0f39de1c5e8c67ad9a9370bcf2f8bb1cb1f0a',
    'a94884a4afc447ad4495d5528c943383a1faacfc039399b10ec1e00c329a96c1',
    'ad58b5f9c63748ba7f2f601a070e35809a8b7922afba58dceb8a5b0bf0370e1f',
    'bcba50650ed74149d123fb04c51524e3c76888c3174898498ffc4bb0dcacec0c',
    'eea3c5eceacc1ebc2c96dbf41d9c09fac8c530ce3015a23091d0016ef77633c1',
    '1a819870ef6fdee557750c8d16846730926bee226e91bd61775e82990dcaa826',
  ])
})
